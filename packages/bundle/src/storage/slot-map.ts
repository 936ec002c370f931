/** Storage of one contract: slot number → value. Slots that are zero may be there or not; they count as absent. */
export type SlotMap = Map<bigint, bigint>;
