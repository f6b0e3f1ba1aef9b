export const syntaxRefusals = {} as const satisfies Record<string, string>;
