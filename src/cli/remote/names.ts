/** What `--on` takes besides an address. */
export const namedMachines = ['vm', 'practice-host'] as const;
