import { type ReactNode, useEffect, useRef } from "react";
import type { KitField } from "./elements.ts";

interface TextFieldProps {
  readonly name: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** A picture inside the field, before the text. */
  readonly picture?: ReactNode;
}

export function TextField({ name, placeholder, value, onInput, picture }: TextFieldProps) {
  const ref = useRef<KitField>(null);
  useEffect(() => {
    const field = ref.current;
    if (field === null) return;
    const changed = () => onInput(field.value);
    field.addEventListener("input", changed);
    return () => field.removeEventListener("input", changed);
  }, [onInput]);
  // The kit overwrites the name while it wakes the field up, so ours is set after that.
  useEffect(() => {
    void customElements
      .whenDefined("vscode-text-field")
      .then(() => ref.current?.setAttribute("aria-label", name));
  }, [name]);
  return (
    <vscode-text-field ref={ref} className="search" type="text" placeholder={placeholder} value={value}>
      {picture}
    </vscode-text-field>
  );
}
