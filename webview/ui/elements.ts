import type { DetailedHTMLProps, HTMLAttributes } from "react";

type KitElement<Extra> = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & Extra;

declare module "react" {
  namespace JSX {
    /** The elements of the component kit, as far as our own components use them. */
    interface IntrinsicElements {
      "vscode-badge": KitElement<object>;
      "vscode-button": KitElement<{ readonly appearance?: string; readonly disabled?: boolean | undefined }>;
      "vscode-checkbox": KitElement<{ readonly checked?: boolean }>;
      "vscode-dropdown": KitElement<{ readonly value?: string }>;
      "vscode-option": KitElement<{ readonly value?: string }>;
      "vscode-text-field": KitElement<{
        readonly value?: string;
        readonly placeholder?: string;
        readonly type?: string;
      }>;
    }
  }
}

/** What a kit field carries once it is registered. */
export interface KitField extends HTMLElement {
  value: string;
}

export interface KitCheckbox extends HTMLElement {
  checked: boolean;
}
