/** The lab behind whose id the words of a search stand. */
export const referenceLab = 'app-commands';
