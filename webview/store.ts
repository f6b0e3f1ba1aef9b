import { createContext, useContext, useSyncExternalStore } from "react";
import type { DeviceKey } from "../src/protocol/board.ts";
import type { Edit } from "../src/protocol/messages.ts";
import type { DragControl } from "./dragControl.ts";
import type { Host } from "./host.ts";
import { type Action, reduceView, type View } from "./state.ts";

/** Holds the view. Components subscribe to the part they draw, so that a new board redraws only what it changed. */
export interface Store {
  get(): View;
  dispatch(action: Action): void;
  /** Calls back after every change; returns the way to stop. */
  subscribe(listener: () => void): () => void;
}

export function createStore(first: View): Store {
  let view = first;
  const listeners = new Set<() => void>();
  return {
    get: () => view,
    dispatch: (action) => {
      const next = reduceView(view, action);
      if (next === view) return;
      view = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * Asks what would come of an edit, once the person rests on it; nothing takes what was told away again. What happens to
 * `known` devices is plain to see already and not told.
 */
export type Foretell = (edit: Edit | undefined, known?: readonly DeviceKey[]) => void;

/** What every part of the bench can reach. */
export interface Bench {
  readonly store: Store;
  readonly host: Host;
  readonly drag: DragControl;
  readonly foretell: Foretell;
  /** Says a sentence to screen readers: at once where it answers a key or a drag, else when there is a pause. */
  announce(text: string, urgency: "assertive" | "polite"): void;
}

export const BenchContext = createContext<Bench | undefined>(undefined);

export function useBench(): Bench {
  const bench = useContext(BenchContext);
  if (bench === undefined) throw new RangeError("useBench: expected a BenchContext above, got none");
  return bench;
}

/** A part of the view. The selector must give the same value for the same view. */
export function useView<T>(select: (view: View) => T): T {
  const { store } = useBench();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
