import { useEffect, useRef } from "react";
import type { KitField } from "./elements.ts";

interface DropdownProps {
  readonly name: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

export function Dropdown({ name, value, options, onChange }: DropdownProps) {
  const ref = useRef<KitField>(null);
  useEffect(() => {
    const field = ref.current;
    if (field === null) return;
    const changed = () => onChange(field.value);
    field.addEventListener("change", changed);
    return () => field.removeEventListener("change", changed);
  }, [onChange]);
  return (
    <vscode-dropdown ref={ref} aria-label={name} title={name} value={value}>
      {options.map((option) => (
        <vscode-option
          key={option.value}
          value={option.value}
          data-chosen={option.value === value || undefined}
        >
          {option.label}
        </vscode-option>
      ))}
    </vscode-dropdown>
  );
}
