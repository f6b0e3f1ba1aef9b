import type { ReactNode } from "react";
import "./elements.ts";

interface ButtonProps {
  readonly look: "primary" | "secondary" | "icon";
  /** The accessible name where the content is only a picture; also shown as the tooltip. */
  readonly name?: string;
  readonly disabled?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

export function Button({ look, name, disabled, onPress, children }: ButtonProps) {
  return (
    <vscode-button appearance={look} aria-label={name} title={name} disabled={disabled} onClick={onPress}>
      {children}
    </vscode-button>
  );
}
