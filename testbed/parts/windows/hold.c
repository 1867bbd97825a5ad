/* Holds a file open that nobody else may use meanwhile, as some editors do; ends with its window. */
#include <stdio.h>
#include <windows.h>

int wmain(int count, WCHAR **words) {
  if (count != 2) return 2;
  HANDLE file = CreateFileW(words[1], GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
  if (file == INVALID_HANDLE_VALUE) return 1;
  puts("held");
  fflush(stdout);
  Sleep(INFINITE);
  return 0;
}
