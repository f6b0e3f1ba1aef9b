import type { ReactNode } from "react";
import "./elements.ts";

/** A small count with its name. */
export function Badge({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return <vscode-badge title={title}>{children}</vscode-badge>;
}
