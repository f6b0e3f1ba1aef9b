/** What libvirt's parser refuses about elements and attributes (virDomainDefParseXML and below, libvirt 11.3). */
export const syntaxRefusals = {
  "attribute-missing": "XML error: Missing required attribute '{attribute}' in element '{element}'",
  "attribute-value":
    "XML error: Invalid value for attribute '{attribute}' in element '{element}': '{value}'.",
  "attribute-unsigned":
    "XML error: Invalid value for attribute '{attribute}' in element '{element}': '{value}'. Expected non-negative integer value",
  "attribute-integer":
    "XML error: Invalid value for attribute '{attribute}' in element '{element}': '{value}'. Expected integer value",
  "attribute-negative":
    "XML error: Invalid value for attribute '{attribute}' in element '{element}': '{value}'. Expected non-negative value",
  "attribute-zero":
    "XML error: Invalid value for attribute '{attribute}' in element '{element}': Zero is not permitted",
  "size-missing": "XML error: missing element or attribute '{path}'",
  "size-invalid": "XML error: Invalid value '{value}' for element or attribute '{path}'",
  "size-unit-unknown": "invalid argument: unknown suffix '{unit}'",
  "size-too-large": "numerical overflow: value too large: {value}{unit}",

  "address-type-missing": "XML error: Missing required attribute 'type' in element 'address'",
  "address-type-invalid": "XML error: Invalid value for attribute 'type' in element 'address': '{value}'.",
  "address-type-virtio-s390": "XML error: virtio-s390 bus doesn't have an address",
  "address-number-invalid":
    "XML error: Invalid value for attribute '{attribute}' in element 'address': '{value}'. Expected non-negative integer value",
  "address-attribute-missing": "XML error: Missing required attribute '{attribute}' in element 'address'",
  "address-multifunction-value":
    "XML error: Invalid value for attribute 'multifunction' in element 'address': '{value}'.",
  "pci-bus-range": "XML error: Invalid PCI address bus='0x{hex}', must be <= 0xFF",
  "pci-slot-range": "XML error: Invalid PCI address slot='0x{hex}', must be <= 0x1F",
  "pci-function-range": "XML error: Invalid PCI address function=0x{hex}, must be <= 7",
  "zpci-number-invalid":
    "XML error: Invalid value for attribute '{attribute}' in element 'zpci': '{value}'. Expected non-negative integer value",
  "usb-port-syntax": "internal error: Cannot parse <address> 'port' attribute",
  "ccw-range":
    "internal error: Invalid specification for virtio ccw address: cssid='0x{cssid}' ssid='0x{ssid}' devno='0x{devno}'",
  "ccw-partial": "internal error: Invalid partial specification for virtio ccw address",
  "master-startport-invalid":
    "XML error: Invalid value for attribute 'startport' in element 'master': '{value}'. Expected non-negative integer value",
  "rom-disabled-tuning": "unsupported configuration: ROM tuning is not supported when ROM is disabled",

  "nvme-source-type-missing": "XML error: missing 'type' attribute to disk source",
  "nvme-source-type-unknown": "XML error: unsupported source type '{value}'",
  "nvme-source-address-missing": "XML error: NVMe disk source is missing address",
  "interface-source-missing": "XML error: interface type='{type}' requires a 'source' element",
  "interface-hostdev-source-type":
    "unsupported configuration: unknown host device source address type '{value}'",
  "interface-model-characters": "invalid argument: Model name contains invalid characters",
  "interface-mac-invalid": "XML error: unable to parse mac address '{value}'",
  "interface-mac-multicast": "XML error: expected unicast mac address, found multicast '{value}'",

  "hostdev-source-missing": "XML error: Missing <source> element in hostdev device",
  "hostdev-model-unexpected":
    "XML error: 'model' attribute in <hostdev> is only supported when type='{type}'",
  "hostdev-usb-source-incomplete": "internal error: missing {missing}",
  "hostdev-scsi-source-address-missing": "XML error: 'address' must be specified for scsi hostdev source",
  "hostdev-scsi-adapter-missing": "XML error: 'adapter' name must be specified for scsi hostdev source",
  "hostdev-capability-missing": "XML error: Missing <{element}> element in hostdev {noun} device",
  "hostdev-iscsi-host-missing": "XML error: missing the host address for the iSCSI hostdev",
  "hostdev-iscsi-host-count":
    "XML error: only one source host address may be specified for the iSCSI hostdev",
  "hostdev-iscsi-name-missing": "XML error: missing iSCSI hostdev source path name",
  "hostdev-vhost-wwpn-missing": "XML error: missing vhost-scsi hostdev source wwpn",
  "hostdev-vhost-wwpn-invalid": "XML error: malformed 'wwpn' value",
  "hostdev-mdev-address-missing": "unsupported configuration: Missing <address> element",
  "hostdev-mdev-uuid-missing": "unsupported configuration: Missing 'uuid' attribute for element <address>",
  "hostdev-mdev-uuid-invalid": "internal error: Cannot parse uuid attribute of element <address>",
  "redirdev-type-missing": "internal error: missing type in redirdev",
  "redirdev-type-unknown": "unsupported configuration: unknown redirdev character device type '{value}'",
  "redirdev-bus-unknown": "unsupported configuration: unknown redirdev bus '{value}'",

  "character-type-unknown":
    "unsupported configuration: unknown type presented to host for character device: {value}",
  "character-target-unknown":
    "unsupported configuration: unknown target type '{value}' specified for character device",
  "character-model-unknown":
    "unsupported configuration: unknown target model '{value}' specified for character device",
  "character-port-invalid": "XML error: Invalid port number: {value}",
  "character-multiple-sources": "XML error: only one source element is allowed for character device",
  "character-spicevmc-target": "unsupported configuration: spicevmc device type only supports virtio",
  "channel-target-missing": "XML error: target type must be specified for channel device",
  "channel-guestfwd-address": "XML error: guestfwd channel does not define a target address",
  "smartcard-certificates": "XML error: host-certificates mode needs exactly three certificates",
  "smartcard-type-missing": "XML error: passthrough mode requires a character device type attribute",

  "input-type-missing": "internal error: missing input device type",
  "input-type-unknown": "unsupported configuration: unknown input device type '{value}'",
  "input-bus-unknown": "unsupported configuration: unknown input bus type '{value}'",
  "input-model-unknown": "unsupported configuration: unknown input model '{value}'",
  "hub-type-missing": "internal error: missing hub device type",
  "hub-type-unknown": "unsupported configuration: unknown hub device type '{value}'",
  "panic-model-unknown": "unsupported configuration: unknown panic model '{value}'",
  "rng-backend-count": "XML error: only one RNG backend is supported",
  "crypto-backend-count": "XML error: only one crypto backend is supported",
  "tpm-backend-missing": "XML error: missing TPM device backend",
  "tpm-backend-count": "XML error: only one TPM backend is supported",
  "shmem-name-missing": "XML error: shmem element must contain 'name' attribute",
  "memory-target-missing": "XML error: missing <target> element for <memory> device",
  "memory-node-invalid": "XML error: invalid value of memory device node",

  "memballoon-single": "internal error: only a single memory balloon device is supported",
  "nvram-single": "internal error: only a single nvram device is supported",
  "redirfilter-single": "internal error: only one set of redirection filter rule is supported",
  "iommu-single": "XML error: only a single IOMMU device is supported",
  "vsock-single": "XML error: only a single vsock device is supported",
  "pstore-single": "XML error: only a single pstore device is supported",
  "tpm-too-many":
    "XML error: a maximum of two TPM devices is supported, one of them being a TPM Proxy device",
} as const satisfies Record<string, string>;
