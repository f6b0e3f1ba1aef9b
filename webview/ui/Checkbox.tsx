import { type ReactNode, useEffect, useRef } from "react";
import type { KitCheckbox } from "./elements.ts";

interface CheckboxProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}

export function Checkbox({ checked, onChange, children }: CheckboxProps) {
  const ref = useRef<KitCheckbox>(null);
  useEffect(() => {
    const box = ref.current;
    if (box === null) return;
    const changed = () => onChange(box.checked);
    box.addEventListener("change", changed);
    return () => box.removeEventListener("change", changed);
  }, [onChange]);
  return (
    <vscode-checkbox ref={ref} checked={checked}>
      {children}
    </vscode-checkbox>
  );
}
