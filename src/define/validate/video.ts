import { capabilityOfVideo, foreignVideoModels } from "../../catalog/videoModels.ts";
import type { Draft } from "../../defaults/draft.ts";
import type { Video } from "../../domain/device.ts";
import { lacks, type Target } from "../../domain/target.ts";
import { demand } from "./demands.ts";
import { placesOf } from "./place.ts";

/** What every hypervisor asks of a video device (virDomainVideoDefValidate, libvirt 11.3). */
export function validateVideo(draft: Draft, video: Video): void {
  if (video.model === undefined) draft.refuse("video-model-missing", {}, { device: video.id });
  validateNoneAlone(draft, video);
  if (video.model === "ramfb") demand(draft, video, "video ramfb");
}

/** A video of model none leaves no room for others. libvirt says so at the first video; the second is to blame. */
function validateNoneAlone(draft: Draft, video: Video): void {
  const [first, second] = draft.list("video");
  if (second === undefined || video !== first) return;
  const none = draft.list("video").find((other) => other.model === "none");
  if (none === undefined) return;
  const related = placesOf(draft, [none === second ? first : none], "model@type");
  draft.refuse("video-none-not-alone", {}, { device: second.id, part: "model@type" }, related);
}

/** What QEMU's driver asks of a video device (qemuValidateDomainDeviceDefVideo, libvirt 11.3). */
export function validateQemuVideo(draft: Draft, video: Video): void {
  const { id, model, heads = 1 } = video;
  if (model === undefined || model === "none") return;
  const place = { device: id, part: "model@type" };
  if (!isOffered(draft.target, model)) {
    draft.refuse("video-model-unsupported", { model }, place);
    return;
  }
  if (model === "qxl" || model === "virtio") return;
  const [first] = draft.list("video");
  if (video !== first && !video.primary) {
    draft.refuse("video-primary-only", { model }, place, placesOf(draft, [first]));
  }
  if (heads > 1) draft.refuse("video-heads", { model }, { device: id, part: "model@heads" });
}

function isOffered(target: Target, model: string): boolean {
  const capability = capabilityOfVideo[model];
  return !foreignVideoModels.has(model) && !(capability && lacks(target, capability));
}

/** At most one video is marked as primary (virDomainDefVideoValidate, libvirt 11.3). */
export function validatePrimaryVideo(draft: Draft): void {
  const [first, ...others] = draft.list("video");
  if (!first?.primary) return;
  for (const other of others) {
    if (!other.primary) continue;
    const related = placesOf(draft, [first], "model@primary");
    draft.refuse("video-primary-duplicate", {}, { device: other.id, part: "model@primary" }, related);
  }
}
