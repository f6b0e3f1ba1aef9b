export const controllerRefusals = {} as const satisfies Record<string, string>;
