import { describe } from "vitest";
import { accepted, checkRecorded } from "./recorded.ts";

describe("define/validate video devices", () => {
  checkRecorded([
    [
      "q35",
      "<video><model type='ramfb'/><address type='pci'/></video>",
      "unsupported configuration: address not supported for video type ramfb",
    ],
    ["q35", "<video><model type='ramfb'/></video>", accepted],
    [
      "q35",
      "<video><model type='none'/></video><video><model type='virtio'/></video>",
      "unsupported configuration: a 'none' video type must be the only video device defined for the domain",
    ],
    [
      "q35",
      "<video><model type='virtio'/></video><video><model type='none'/></video>",
      "unsupported configuration: a 'none' video type must be the only video device defined for the domain",
    ],
    ["q35", "<video><model type='none'/></video>", accepted],
    [
      "s390",
      "<video><model type='vga'/></video><video><model type='none'/></video>",
      "unsupported configuration: a 'none' video type must be the only video device defined for the domain",
    ],
    [
      "q35",
      "<video><model type='virtio' primary='yes'/></video><video><model type='virtio' primary='yes'/></video>",
      "unsupported configuration: Only one primary video device is supported",
    ],
    [
      "q35",
      "<video><model type='virtio'/></video><video><model type='virtio' primary='yes'/></video>",
      accepted,
    ],
    [
      "q35",
      "<video><model type='virtio'/></video><video><model type='vga'/></video>",
      "unsupported configuration: video type 'vga' is only valid as primary video device",
    ],
    [
      "q35",
      "<video><model type='virtio'/></video><video><model type='vga' primary='yes'/></video>",
      accepted,
    ],
    ["q35", "<video><model type='vga'/></video><video><model type='virtio'/></video>", accepted],
    [
      "q35",
      "<video><model type='vga'/></video><video><model type='bochs'/></video>",
      "unsupported configuration: video type 'bochs' is only valid as primary video device",
    ],
    [
      "q35",
      "<video><model type='vga' heads='2'/></video>",
      "unsupported configuration: video type 'vga' doesn't support multiple 'heads'",
    ],
    ["q35", "<video><model type='virtio' heads='2'/></video>", accepted],
    [
      "s390",
      "<video><model type='vga'/></video>",
      "unsupported configuration: domain configuration does not support video model 'vga'",
    ],
    [
      "pseries",
      "<video><model type='vmvga'/></video>",
      "unsupported configuration: domain configuration does not support video model 'vmvga'",
    ],
    [
      "pseries",
      "<video><model type='ramfb'/></video>",
      "unsupported configuration: domain configuration does not support video model 'ramfb'",
    ],
    [
      "q35",
      "<video><model type='vbox'/></video>",
      "unsupported configuration: domain configuration does not support video model 'vbox'",
    ],
    ["s390", "<video><model type='virtio'/></video>", accepted],
  ]);
});
