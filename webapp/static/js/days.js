// How long ago a thing was, in the words of a list: by the days of the reader's own clock.
import { month, t } from "./dom.js";

const WEEK = 7, THIRTY = 30; // days

// Days from one midnight of the reader's to another: summer time makes some days shorter.
function daysBetween(from, to) {
  const midnight = (at) => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}

// "Today", "Yesterday", "Last 7 days", "Last 30 days", "October 2026".
export function dayWords(at, now = new Date()) {
  const days = daysBetween(at, now);
  if (days <= 0) return t("Today");
  if (days === 1) return t("Yesterday");
  if (days <= WEEK) return t("Last 7 days");
  return days <= THIRTY ? t("Last 30 days") : month(at);
}
