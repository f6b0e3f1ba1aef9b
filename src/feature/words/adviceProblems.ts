/** Our words for what starts, and harms or surprises all the same. */
export const adviceProblemWords = {
  "pci-function-without-zero":
    "{subject} is function {function} of slot {slot} on bus {bus}, and nothing is function 0: guests skip such a slot. Move a device of the slot to function 0.",
} as const;
