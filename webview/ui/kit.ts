// First of all: the kit probes the page as soon as it is loaded.
import "./styleNonce.ts";
import { html } from "@microsoft/fast-element";
import {
  provideVSCodeDesignSystem,
  vsCodeBadge,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  vsCodeOption,
  vsCodeTextField,
} from "@vscode/webview-ui-toolkit";
import { withdrawNonce } from "./styleNonce.ts";

/** The kit's own badge has a style attribute in its template, which a strict policy refuses; nobody needs it. */
const badgeTemplate = html`<div class="control" part="control"><slot></slot></div>`;

/** Registers the kit's elements with the page. Our own components are the only ones that name them. */
export function registerKit(): void {
  provideVSCodeDesignSystem().register(
    vsCodeBadge({ template: badgeTemplate }),
    vsCodeButton(),
    vsCodeCheckbox(),
    vsCodeDropdown(),
    vsCodeOption(),
    vsCodeTextField(),
  );
  withdrawNonce();
  // The kit reads the colours of the theme when the page has loaded, which it has when the kit comes after it.
  if (document.readyState === "complete") window.dispatchEvent(new Event("load"));
}
