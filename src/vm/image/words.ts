/** The word for a disk that is built from Debian's packages. */
export const debianWord = 'debian';

/** The word for the image that is used unless the reader names one. */
export const usualImage = 'ubuntu-24.04';
