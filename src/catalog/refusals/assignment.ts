export const assignmentRefusals = {} as const satisfies Record<string, string>;
