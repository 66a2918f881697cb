/** Of Toggl's plans, the smallest first. An Enterprise agrees on its own. */
const PLANS = [30, 240, 600] as const;

/** How many requests an hour has, as far as it can be told from the most that were ever said to be left. */
export function requestsAnHour(mostLeft: number): number {
  return PLANS.find((plan) => plan >= mostLeft) ?? mostLeft;
}
