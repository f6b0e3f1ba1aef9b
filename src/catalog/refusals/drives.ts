export const driveRefusals = {} as const satisfies Record<string, string>;
