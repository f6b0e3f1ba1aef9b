/**
 * Runs before the component kit. The kit finds out whether the browser knows `:focus-visible` by adding one style
 * element to the page, and gives it the nonce named in a meta element. This names the nonce of our own script there
 * for as long as the kit takes to load, so that a strict policy stands without any exception.
 */
const script = document.querySelector<HTMLScriptElement>("script[nonce]");
const meta = document.createElement("meta");
meta.setAttribute("property", "csp-nonce");
meta.content = script?.nonce ?? "";
document.head.append(meta);

/** Takes the nonce out of the page again, where other scripts or style sheets could read it. */
export function withdrawNonce(): void {
  meta.remove();
}
