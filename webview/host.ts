import { isToWebview, type ToHost, type ToWebview } from "../src/protocol/messages.ts";

/** The extension, as the slot editor sees it. */
export interface Host {
  post(message: ToHost): void;
  /** Calls back for every well-formed message; all else is dropped unread. */
  listen(receive: (message: ToWebview) => void): void;
  /** What was saved before the webview was last hidden or reloaded; anything at all. */
  savedState(): unknown;
  saveState(state: unknown): void;
}

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** Opens the line to the extension. VS Code hands its API out once per page, so this is called once. */
export function connectHost(): Host {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    listen: (receive) =>
      window.addEventListener("message", (event: MessageEvent<unknown>) => {
        if (isToWebview(event.data)) receive(event.data);
      }),
    savedState: () => api.getState(),
    saveState: (state) => api.setState(state),
  };
}
