import { useEffect } from "react";

/** Closes what is open when the pointer is pressed anywhere outside its box. */
export function useOutside(
  box: { readonly current: HTMLElement | null },
  open: boolean,
  setOpen: (open: boolean) => void,
): void {
  useEffect(() => {
    if (!open) return;
    const outside = ({ target }: PointerEvent) => {
      if (target instanceof Node && !box.current?.contains(target)) setOpen(false);
    };
    window.addEventListener("pointerdown", outside);
    return () => window.removeEventListener("pointerdown", outside);
  }, [box, open, setOpen]);
}
