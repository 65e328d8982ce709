/** What a new publication takes along from the profile: its reviews, in order, in words. */
import type { AskedReview } from "../../shared/ledger/publications.ts";
import type { Profile } from "../../shared/profile/profile.ts";
import { reviewsIn } from "../../shared/profile/publishing.ts";

export const askedReviews = (profile: Profile): AskedReview[] =>
  reviewsIn(profile).map(({ id, label }) => ({ review: id, label }));
