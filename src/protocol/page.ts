/** Where the slot editor's page finds its parts, as the webview may load them. */
export interface PageParts {
  readonly script: string;
  readonly styles: string;
  /** The source of local resources, as the policy names it. */
  readonly source: string;
  /** A fresh random word for every page. */
  readonly nonce: string;
  /** The URI of the document it draws: the page keeps it, so that it is found again after a reload. */
  readonly document: string;
}

/**
 * The content security policy of the slot editor: nothing but our own scripts, style sheet and images. The nonce of a
 * script holds for what it imports; it also covers the one empty style element with which the component kit probes for
 * `:focus-visible`.
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
export function slotEditorPage({ script, styles, source, nonce, document }: PageParts): string {
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
<div id="root" data-document="${inAttribute(document)}"></div>
<script type="module" nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

function inAttribute(text: string): string {
  return text.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The URI in what a page of the slot editor kept; undefined where it kept none. */
export function documentIn(state: unknown): string | undefined {
  if (typeof state !== "object" || state === null || !("document" in state)) return undefined;
  return typeof state.document === "string" ? state.document : undefined;
}
