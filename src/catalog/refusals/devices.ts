export const deviceRefusals = {} as const satisfies Record<string, string>;
