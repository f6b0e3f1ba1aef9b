/** Speaks to screen readers through two live regions outside the drawing, one per urgency. */
export interface Announcer {
  announce(text: string, urgency: "assertive" | "polite"): void;
}

/** Adds the live regions to the page. They must stand empty in the page before the first announcement. */
export function createAnnouncer(): Announcer {
  const regions = { assertive: addRegion("assertive"), polite: addRegion("polite") };
  return {
    announce: (text, urgency) => {
      const region = regions[urgency];
      // The same sentence twice in a row is only read again where the text differs; a trailing space is not heard.
      region.textContent = region.textContent === text ? `${text}\u00a0` : text;
    },
  };
}

function addRegion(urgency: "assertive" | "polite"): HTMLElement {
  const region = document.createElement("div");
  region.className = "said";
  region.setAttribute("role", urgency === "assertive" ? "alert" : "status");
  region.setAttribute("aria-live", urgency);
  region.setAttribute("aria-atomic", "true");
  document.body.append(region);
  return region;
}
