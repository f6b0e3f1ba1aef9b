import type * as vscode from "vscode";
import type { ToHost, ToWebview } from "../protocol/messages.ts";
import type { Picture } from "../protocol/picture.ts";

/** How long, in milliseconds, a page may take to paint. */
const patience = 20_000;

/** Asks a page of the slot editor to paint: only a page can put text into pixels. */
export class Painter implements vscode.Disposable {
  readonly #post: (message: ToWebview) => void;
  readonly #waiting = new Map<number, Order>();
  #last = 0;

  constructor(post: (message: ToWebview) => void) {
    this.#post = post;
  }

  /** A PNG file of a picture, or a sentence why there is none. */
  paint(picture: Picture): Promise<Painted> {
    const id = ++this.#last;
    return new Promise((resolve) => {
      this.#waiting.set(id, { picture, resolve });
      setTimeout(() => this.answer({ id, failed: "The slot editor did not answer in time." }), patience);
      this.#post({ type: "paint", id, picture });
    });
  }

  /** The page's script has just begun to run: what was asked before has not been heard. */
  askAgain(): void {
    for (const [id, { picture }] of this.#waiting) this.#post({ type: "paint", id, picture });
  }

  answer({ id, png, failed = "The picture could not be painted." }: Answer): void {
    this.#waiting.get(id)?.resolve(png === undefined ? { failed } : { png });
    this.#waiting.delete(id);
  }

  dispose(): void {
    for (const id of [...this.#waiting.keys()])
      this.answer({ id, failed: "The slot editor was closed meanwhile." });
  }
}

interface Order {
  readonly picture: Picture;
  readonly resolve: (painted: Painted) => void;
}

/** The bytes of a PNG file, or a sentence why there are none. */
export type Painted =
  | { readonly png: Uint8Array; readonly failed?: undefined }
  | { readonly png?: undefined; readonly failed: string };

type Answer = Pick<Extract<ToHost, { readonly type: "painted" }>, "id" | "png" | "failed">;
