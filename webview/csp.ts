/**
 * The content security policy of the slot editor: nothing but our own script, style sheet and images. The nonce also
 * covers styles because the component kit probes for `:focus-visible` with one empty style element, which
 * `ui/styleNonce.ts` lets carry it; there is no `unsafe-inline`.
 */
export function contentSecurityPolicy(nonce: string, source: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source} 'nonce-${nonce}'`,
    `img-src ${source}`,
    `font-src ${source}`,
  ].join("; ");
}
