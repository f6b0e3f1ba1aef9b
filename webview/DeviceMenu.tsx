import { useEffect, useLayoutEffect, useRef } from "react";
import { focusDevice } from "./focus.ts";
import { MenuPage } from "./MenuPage.tsx";
import { MovePage } from "./MovePage.tsx";
import { OffersPage } from "./OffersPage.tsx";
import { useBench, useView } from "./store.ts";

const titles = { actions: "Menu of ", move: "Move ", offers: "A taken slot for " } as const;

/** The room, in CSS pixels, that a menu needs below itself to foretell what an entry would do. */
const foretold = 44;

/** How far a menu keeps from the edge of the window, in CSS pixels. */
const margin = 8;

/** The open menu of a device, if one is open: its actions, or the list of slots it may move to. */
export function DeviceMenu() {
  const { store, drag, foretell } = useBench();
  const menu = useView((view) => view.menu);
  const device = useView((view) =>
    view.menu === undefined ? undefined : view.index?.devices.get(view.menu.device),
  );
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (menu !== undefined && box.current !== null) place(box.current, menu.x, menu.y);
  }, [menu]);
  // A page of the menu foretells what its entries do; none of that holds any more when another one opens.
  useEffect(() => (menu === undefined ? undefined : () => foretell(undefined)), [menu, foretell]);
  if (menu === undefined || device === undefined) return null;
  const close = () => {
    store.dispatch({ type: "closeMenu" });
    drag.send({ type: "cancel" });
    focusDevice(device.key);
  };
  return (
    <div
      ref={box}
      className={`menu menu-${menu.page}`}
      role="dialog"
      aria-label={titles[menu.page] + device.label}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== "Escape" && event.key !== "Tab") return;
        event.preventDefault();
        close();
      }}
    >
      {menu.page === "actions" ? <MenuPage device={device} close={close} /> : null}
      {menu.page === "move" ? <MovePage device={device} /> : null}
      {menu.page === "offers" ? <OffersPage menu={menu} close={close} /> : null}
    </div>
  );
}

/** Keeps the menu inside the window; the list of slots docks at the lower right, out of the way of the board. */
function place(box: HTMLElement, x: number, y: number): void {
  if (box.classList.contains("menu-move")) {
    box.style.left = "";
    box.style.top = "";
    return;
  }
  const left = Math.max(margin, Math.min(x - box.offsetWidth, window.innerWidth - box.offsetWidth - margin));
  const fits = y + box.offsetHeight + foretold + margin <= window.innerHeight;
  box.style.left = `${left}px`;
  box.style.top = `${fits ? y : Math.max(margin, y - box.offsetHeight - margin * 4)}px`;
}
