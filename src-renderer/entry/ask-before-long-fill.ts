/** More than an hour is rather a night than forgotten work: before that is filled by one key, a person is asked. */
const MOST_UNASKED_SECONDS = 3600;

export function asksBeforeFilling(seconds: number): boolean {
  return seconds > MOST_UNASKED_SECONDS;
}
