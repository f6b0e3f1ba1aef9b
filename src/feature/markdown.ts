/** Text from a file as it may stand in Markdown: shown as it is, never as markup. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|#&~]/g, "\\$&").replace(/\s+/g, " ");
}

/** Text as code; a backtick in it takes a longer fence. */
export function codeSpan(text: string): string {
  const flat = text.replace(/\s+/g, " ");
  return flat.includes("`") ? `\`\` ${flat} \`\`` : `\`${flat}\``;
}
