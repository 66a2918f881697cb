declare const unit: unique symbol;

/** Milliseconds since 1970-01-01T00:00:00Z on the wall clock. */
export type Instant = number & { readonly [unit]: 'instant' };

/** A length of time in whole seconds, the unit of `duration` in the Toggl Focus API. */
export type Seconds = number & { readonly [unit]: 'seconds' };
