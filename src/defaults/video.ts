import type { Draft } from "./draft.ts";
import { fillModel } from "./models.ts";

/** Graphics without a video get one (virDomainDefAddImplicitVideo, libvirt 11.3). */
export function addDefaultVideo(draft: Draft): void {
  if (draft.list("graphics").length > 0 && draft.list("video").length === 0) draft.add({ kind: "video" });
}

/** The first video is the primary one; of a `none` video nothing but the model stays. */
export function finishFirstVideo(draft: Draft): void {
  const [video] = draft.list("video");
  if (video === undefined) return;
  if (video.model === "none") {
    delete video.address;
    return;
  }
  video.primary = true;
  fillModel(video, draft.target, draft.domain.type);
}
