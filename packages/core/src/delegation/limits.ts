/** What a delegation may say at most. It ends by itself soon: shortness is what revokes it when nothing else does. */
export const delegationLimits = {
  /** Seconds between `validFrom` and `validUntil`: 31 days. */
  lasts: 31 * 86_400,
  /** Declarations or consignments that it may be limited to. */
  references: 20,
  /** Entries of the company's status list; an index may be used again once the delegation that had it has ended. */
  entries: 131_072,
  /** How old, in seconds, the company may allow its status list to be: from a minute to a week. */
  maxAge: { least: 60, most: 604_800 },
  /** Characters of a status list as it is signed. */
  statusList: 16_384,
} as const;
