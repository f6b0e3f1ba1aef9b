import { describe } from "vitest";
import { accepted, checkRecorded } from "./recorded.ts";

describe("define/validate memory devices", () => {
  checkRecorded([
    [
      "q35",
      "<memory model='dimm'><target><size unit='MiB'>512</size></target></memory>",
      "unsupported configuration: cannot use/hotplug a memory device when domain 'maxMemory' is not defined",
    ],
    [
      "q35",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='dimm'><target><size unit='MiB'>512</size></target></memory>",
      accepted,
    ],
    [
      "q35",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='dimm'><target><size unit='MiB'>512</size></target></memory><memory model='dimm'><target><size unit='MiB'>512</size></target></memory><memory model='dimm'><target><size unit='MiB'>512</size></target></memory>",
      "internal error: failed to find an empty memory slot",
    ],
    [
      "q35",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='dimm'><target><size unit='MiB'>512</size></target><address type='dimm' slot='2'/></memory>",
      "unsupported configuration: memory device slot '2' exceeds slots count '2'",
    ],
    [
      "q35",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='dimm'><target><size unit='MiB'>512</size></target><address type='dimm' slot='1'/></memory><memory model='dimm'><target><size unit='MiB'>512</size></target><address type='dimm' slot='1'/></memory>",
      "unsupported configuration: memory device slot '1' is already being used by another memory device",
    ],
    [
      "q35",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='dimm'><target><size unit='MiB'>512</size></target><address type='dimm' slot='1'/></memory><memory model='dimm'><target><size unit='MiB'>512</size></target></memory>",
      accepted,
    ],
    [
      "q35",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='dimm'><target><size unit='MiB'>512</size><node>1</node></target></memory>",
      "can't add memory backend for guest node '1' as the guest has only '1' NUMA nodes configured",
    ],
    [
      "q35",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='dimm'><target><size unit='MiB'>512</size></target><address type='pci'/></memory>",
      accepted,
    ],
    [
      "q35",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='dimm'><target><size unit='MiB'>512</size></target><address type='dimm' slot='0' base='0x200000000'/></memory><memory model='dimm'><target><size unit='MiB'>512</size></target><address type='dimm' slot='1' base='0x210000000'/></memory>",
      "unsupported configuration: memory device address [0x200000000:0x220000000] overlaps with other memory device (0x210000000)",
    ],
    [
      "q35",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='dimm'><target><size unit='MiB'>512</size></target><address type='dimm' slot='0' base='0x200000000'/></memory><memory model='dimm'><target><size unit='MiB'>512</size></target><address type='dimm' slot='1' base='0x220000000'/></memory>",
      accepted,
    ],
    [
      "q35",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='nvdimm' access='shared'><source><path>/n</path></source><target><size unit='KiB'>524288</size><node>0</node><label><size unit='KiB'>128</size></label></target><address type='dimm' slot='0' base='0x200000000'/></memory><memory model='nvdimm' access='shared'><source><path>/n</path></source><target><size unit='KiB'>524288</size><node>0</node><label><size unit='KiB'>128</size></label></target><address type='dimm' slot='1' base='0x21ffdf000'/></memory>",
      "unsupported configuration: memory device address [0x200000000:0x21ffe0000] overlaps with other memory device (0x21ffdf000)",
    ],
    [
      "q35",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='nvdimm' access='shared'><source><path>/n</path></source><target><size unit='KiB'>524288</size><node>0</node><label><size unit='KiB'>128</size></label></target><address type='dimm' slot='0' base='0x200000000'/></memory><memory model='nvdimm' access='shared'><source><path>/n</path></source><target><size unit='KiB'>524288</size><node>0</node><label><size unit='KiB'>128</size></label></target><address type='dimm' slot='1' base='0x21ffe0000'/></memory>",
      accepted,
    ],
    [
      "q35",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='nvdimm' access='shared'><source><path>/n</path><alignsize unit='KiB'>2048</alignsize></source><target><size unit='KiB'>524288</size><node>0</node><label><size unit='KiB'>128</size></label></target><address type='dimm' slot='0' base='0x200000000'/></memory><memory model='nvdimm' access='shared'><source><path>/n</path></source><target><size unit='KiB'>524288</size><node>0</node><label><size unit='KiB'>128</size></label></target><address type='dimm' slot='1' base='0x21fe00000'/></memory>",
      accepted,
    ],
    [
      "q35",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='virtio-mem'><target><size unit='MiB'>512</size><block unit='MiB'>2</block><requested unit='MiB'>0</requested></target><address type='usb'/></memory>",
      "unsupported configuration: only 'pci' and 'ccw' addresses are supported for the virtio-mem device",
    ],
    [
      "q35",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='virtio-mem'><target><size unit='MiB'>512</size><block unit='MiB'>2</block><requested unit='MiB'>0</requested></target><address type='pci'/></memory>",
      accepted,
    ],
    [
      "q35",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='virtio-mem'><target><size unit='MiB'>512</size><block unit='MiB'>2</block><requested unit='MiB'>0</requested><address base='0x200000000'/></target></memory><memory model='virtio-mem'><target><size unit='MiB'>512</size><block unit='MiB'>2</block><requested unit='MiB'>0</requested><address base='0x210000000'/></target></memory>",
      "unsupported configuration: memory device address [0x200000000:0x220000000] overlaps with other memory device (0x210000000)",
    ],
    [
      "q35",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='virtio-pmem'><source><path>/p</path></source><target><size unit='MiB'>512</size></target><address type='usb'/></memory>",
      "unsupported configuration: only 'pci' addresses are supported for the virtio-pmem device",
    ],
    [
      "q35",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='virtio-mem'><target><size unit='MiB'>512</size><block unit='MiB'>2</block><requested unit='MiB'>0</requested><address base='0x200100000'/></target></memory>",
      "memory device address must be aligned to blocksize",
    ],
    [
      "q35",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='virtio-mem'><target><size unit='MiB'>512</size><block unit='KiB'>3000</block><requested unit='MiB'>0</requested></target></memory>",
      "block size must be a power of two",
    ],
    [
      "q35",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='virtio-mem'><target><size unit='MiB'>512</size><block unit='MiB'>2</block><requested unit='MiB'>3</requested></target></memory>",
      "requested size must be an integer multiple of block size",
    ],
    [
      "q35",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='virtio-mem'><target><size unit='MiB'>512</size><block unit='MiB'>2</block><requested unit='GiB'>1</requested></target></memory>",
      "requested size must be smaller than or equal to @size (524288KiB)",
    ],
    [
      "q35",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='virtio-pmem'><source><path>/p</path></source><target><size unit='MiB'>512</size><address base='0x200000800'/></target></memory>",
      "unsupported configuration: memory address must be aligned to 4096 bytes",
    ],
    [
      "s390",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='dimm'><target><size unit='MiB'>512</size></target></memory>",
      "unsupported configuration: memory hotplug isn't supported by this QEMU binary",
    ],
    [
      "pseries",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='virtio-mem'><target><size unit='MiB'>512</size><block unit='MiB'>2</block><requested unit='MiB'>0</requested></target></memory>",
      "unsupported configuration: virtio-mem isn't supported by this QEMU binary",
    ],
    [
      "q35",
      "<cpu><numa><cell id='0' cpus='0' memory='4194304'/></numa></cpu><maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='dimm'><target><size unit='MiB'>512</size></target></memory>",
      "unsupported configuration: target NUMA node needs to be specified for memory device",
    ],
  ]);
});
