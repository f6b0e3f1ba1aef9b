/** Where the slot editor's page finds its parts, as the webview may load them. */
export interface PageParts {
  readonly script: string;
  readonly styles: string;
  /** The source of local resources, as the policy names it. */
  readonly source: string;
  /** A fresh random word for every page. */
  readonly nonce: string;
}

/**
 * The content security policy of the slot editor: nothing but our own script, style sheet and images. The nonce also
 * covers the one empty style element with which the component kit probes for `:focus-visible`.
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

/** The page of the slot editor. */
export function slotEditorPage({ script, styles, source, nonce }: PageParts): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(nonce, source)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${styles}">
<title>Slot editor</title>
</head>
<body>
<div id="root"></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
