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
  // The extension looks for the document's URI in what was kept, when a reload has taken everything else from it.
  const keep = (state: unknown) =>
    api.setState({
      ...(typeof state === "object" ? state : undefined),
      document: document.getElementById("root")?.dataset.document,
    });
  keep(api.getState());
  return {
    post: (message) => api.postMessage(message),
    listen: (receive) =>
      window.addEventListener("message", (event: MessageEvent<unknown>) => {
        if (isToWebview(event.data)) receive(event.data);
      }),
    savedState: () => api.getState(),
    saveState: keep,
  };
}
