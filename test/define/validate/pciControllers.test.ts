import { describe } from "vitest";
import { accepted, checkRecorded } from "./recorded.ts";

describe("define/validate PCI controllers", () => {
  checkRecorded([
    [
      "q35",
      "<controller type='pci' index='0' model='pcie-root'><address type='pci'/></controller>",
      "unsupported configuration: pci-root and pcie-root controllers should not have an address",
    ],
    [
      "pc",
      "<controller type='pci' index='0' model='pci-root'><address type='pci' slot='1'/></controller>",
      "XML error: Attempted double use of PCI Address 0000:00:01.0",
    ],
    [
      "pc",
      "<controller type='pci' index='1' model='pci-root'></controller>",
      "XML error: pci-root and pcie-root controllers should have index 0",
    ],
    [
      "q35",
      "<controller type='pci' index='1' model='pcie-root'></controller>",
      "XML error: pci-root and pcie-root controllers should have index 0",
    ],
    [
      "pc",
      "<controller type='pci' index='0' model='pcie-root'></controller>",
      "XML error: The PCI controller with index='0' must be model='pci-root' for this machine type, but model='pcie-root' was found instead",
    ],
    [
      "q35",
      "<controller type='pci' index='0' model='pcie-root-port'></controller>",
      "XML error: The PCI controller with index='0' must be model='pcie-root' for this machine type, but model='pcie-root-port' was found instead",
    ],
    [
      "q35",
      "<controller type='pci' index='1' model='pci-expander-bus'></controller>",
      "unsupported configuration: pci-expander-bus controllers are only supported on 440fx-based machinetypes",
    ],
    [
      "pc",
      "<controller type='pci' index='1' model='pcie-expander-bus'></controller>",
      "unsupported configuration: pcie-expander-bus controllers are not supported with this machine type",
    ],
    ["q35", "<controller type='pci' index='1' model='pcie-expander-bus'></controller>", accepted],
    [
      "pc",
      "<controller type='pci' index='1' model='pci-expander-bus'><target><node>1</node></target></controller>",
      "XML error: pci-expander-bus with index 1 is configured for a NUMA node (1) not present in the domain's <cpu><numa> array (0)",
    ],
    [
      "pc",
      "<cpu><numa><cell id='0' cpus='0' memory='4194304'/></numa></cpu> | <controller type='pci' index='1' model='pci-expander-bus'><target><node>0</node></target></controller>",
      accepted,
    ],
    [
      "pc",
      "<cpu><numa><cell id='0' cpus='0' memory='4194304'/></numa></cpu> | <controller type='pci' index='0' model='pci-root'><target><node>0</node></target></controller>",
      "unsupported configuration: The PCI controller with index=0 can't be associated with a NUMA node",
    ],
    [
      "pseries",
      "<cpu><numa><cell id='0' cpus='0' memory='4194304'/></numa></cpu> | <controller type='pci' index='1' model='pci-root'><target><node>0</node></target></controller>",
      accepted,
    ],
    [
      "pseries",
      "<controller type='pci' index='1' model='pci-root'><target index='31'/></controller>",
      "unsupported configuration: PCI controller target index '31' out of range - must be 0-30",
    ],
    [
      "pseries",
      "<controller type='pci' index='1' model='pci-root'><target index='0'/></controller>",
      "unsupported configuration: Only the PCI controller with index 0 can have target index 0, and vice versa",
    ],
    [
      "pseries",
      "<controller type='pci' index='0' model='pci-root'><target index='1'/></controller>",
      "unsupported configuration: Only the PCI controller with index 0 can have target index 0, and vice versa",
    ],
    [
      "pseries",
      "<controller type='pci' index='1' model='pci-root'><target index='7'/></controller>",
      accepted,
    ],
    [
      "pseries",
      "<controller type='pci' index='1' model='pcie-root'></controller>",
      "unsupported configuration: Index for 'pcie-root' controllers must be 0",
    ],
    [
      "pc",
      "<controller type='pci' index='1' model='pci-bridge'><target chassisNr='0'/></controller>",
      "unsupported configuration: PCI controller chassisNr '0' out of range - must be 1-255",
    ],
    [
      "pc",
      "<controller type='pci' index='1' model='pci-bridge'><target chassisNr='256'/></controller>",
      "unsupported configuration: PCI controller chassisNr '256' out of range - must be 1-255",
    ],
    [
      "q35",
      "<controller type='pci' index='1' model='pcie-root-port'><target chassis='256'/></controller>",
      "unsupported configuration: PCI controller chassis '256' out of range - must be 0-255",
    ],
    [
      "q35",
      "<controller type='pci' index='1' model='pcie-root-port'><target chassis='1' port='256'/></controller>",
      "unsupported configuration: PCI controller port '256' out of range - must be 0-255",
    ],
    [
      "pc",
      "<controller type='pci' index='1' model='pci-expander-bus'><target busNr='255'/></controller>",
      "unsupported configuration: PCI controller busNr '255' out of range - must be 1-254",
    ],
    [
      "pc",
      "<controller type='pci' index='1' model='pci-bridge'><target busNr='4'/></controller>",
      "unsupported configuration: Option 'busNr' is not valid for PCI controller with index '1', model 'pci-bridge' and modelName 'pci-bridge'",
    ],
    [
      "pc",
      "<controller type='pci' index='1' model='pci-bridge'><target chassis='4'/></controller>",
      "unsupported configuration: Option 'chassis' is not valid for PCI controller with index '1', model 'pci-bridge' and modelName 'pci-bridge'",
    ],
    [
      "pc",
      "<controller type='pci' index='1' model='pci-bridge'><target hotplug='off'/></controller>",
      "unsupported configuration: Option 'hotplug' is not valid for PCI controller with index '1', model 'pci-bridge' and modelName 'pci-bridge'",
    ],
    [
      "q35",
      "<controller type='pci' index='1' model='pcie-root-port'><target chassisNr='4'/></controller>",
      "unsupported configuration: Option 'chassisNr' is not valid for PCI controller with index '1', model 'pcie-root-port' and modelName 'pcie-root-port'",
    ],
    [
      "q35",
      "<controller type='pci' index='1' model='pcie-root-port'><target hotplug='off'/></controller>",
      accepted,
    ],
    [
      "q35",
      "<controller type='pci' index='0' model='pcie-root'><target hotplug='off'/></controller>",
      "unsupported configuration: Option 'hotplug' is not valid for PCI controller with index '0', model 'pcie-root' and modelName 'none'",
    ],
    [
      "pc",
      "<controller type='pci' index='0' model='pci-root'><target hotplug='off'/></controller>",
      accepted,
    ],
    [
      "q35",
      "<controller type='pci' index='1' model='pcie-root-port'><target memReserve='4096'/></controller>",
      accepted,
    ],
    [
      "q35",
      "<controller type='pci' index='1' model='pcie-to-pci-bridge'><target memReserve='4096'/></controller>",
      "internal error: Cannot automatically add a new PCI bus for a device with connect flags 2000",
    ],
    [
      "q35",
      "<controller type='pci' index='1' model='dmi-to-pci-bridge'><target port='1'/></controller>",
      "unsupported configuration: Option 'port' is not valid for PCI controller with index '1', model 'dmi-to-pci-bridge' and modelName 'i82801b11-bridge'",
    ],
    [
      "pc",
      "<controller type='pci' index='0' model='pci-root'><model name='pci-bridge'/></controller>",
      "unsupported configuration: Option 'modelName' is not valid for PCI controller with index '0', model 'pci-root' and modelName 'pci-bridge'",
    ],
    [
      "pc",
      "<controller type='pci' index='1' model='pci-bridge'><model name='pxb'/></controller>",
      "unsupported configuration: Option 'modelName' has invalid value for PCI controller with index '1', model 'pci-bridge' and modelName 'pxb'",
    ],
    [
      "q35",
      "<controller type='pci' index='1' model='pcie-root-port'><model name='ioh3420'/></controller>",
      accepted,
    ],
    [
      "q35",
      "<controller type='pci' index='1' model='pcie-root-port'><model name='pxb-pcie'/></controller>",
      "unsupported configuration: Option 'modelName' has invalid value for PCI controller with index '1', model 'pcie-root-port' and modelName 'pxb-pcie'",
    ],
    [
      "raspi",
      "<controller type='pci' index='1' model='pci-bridge'></controller>",
      "internal error: Required option 'modelName' is not set for PCI controller with index '1', model 'pci-bridge' and modelName 'none'",
    ],
    [
      "raspi",
      "<controller type='pci' index='1' model='pcie-root-port'></controller>",
      "internal error: a PCI slot is needed to connect a PCI controller model='pcie-root-port', but none is available, and it cannot be automatically added",
    ],
    [
      "raspi",
      "<controller type='pci' index='1' model='pcie-root-port'><model name='pcie-root-port'/><target chassis='1'/></controller>",
      "internal error: a PCI slot is needed to connect a PCI controller model='pcie-root-port', but none is available, and it cannot be automatically added",
    ],
    [
      "pc",
      "<controller type='pci' index='0' model='pci-root'><pcihole64 unit='KiB'>1048576</pcihole64></controller>",
      accepted,
    ],
    [
      "virt",
      "<controller type='pci' index='0' model='pcie-root'><pcihole64 unit='KiB'>1048576</pcihole64></controller>",
      "unsupported configuration: Setting the 64-bit PCI hole size is not supported for machine 'virt-10.0'",
    ],
    [
      "pseries",
      "<controller type='pci' index='0' model='pci-root'><pcihole64 unit='KiB'>1048576</pcihole64></controller>",
      "unsupported configuration: Setting the 64-bit PCI hole size is not supported for machine 'pseries-10.0'",
    ],
  ]);
});
