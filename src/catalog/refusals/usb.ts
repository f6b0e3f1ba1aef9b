export const usbRefusals = {} as const satisfies Record<string, string>;
