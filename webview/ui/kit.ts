// First of all: the kit probes the page as soon as it is loaded.
import "./styleNonce.ts";
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

/** Registers the kit's elements with the page. Our own components are the only ones that name them. */
export function registerKit(): void {
  provideVSCodeDesignSystem().register(
    vsCodeBadge(),
    vsCodeButton(),
    vsCodeCheckbox(),
    vsCodeDropdown(),
    vsCodeOption(),
    vsCodeTextField(),
  );
  withdrawNonce();
}
