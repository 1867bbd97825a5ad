/* Stands in for any program: prints the words that it was given, each as its length in UTF-16 and its text in UTF-8,
   and keeps them in a file beside itself. */
#include <stdio.h>
#include <windows.h>
#include <shellapi.h>

static FILE *record(void) {
  WCHAR path[MAX_PATH];
  GetModuleFileNameW(NULL, path, MAX_PATH - 4);
  lstrcatW(path, L".txt");
  return _wfopen(path, L"ab");
}

int wmain(void) {
  int count = 0;
  LPWSTR *words = CommandLineToArgvW(GetCommandLineW(), &count);
  FILE *kept = record();
  for (int at = 1; at < count; at++) {
    static char text[98304];
    WideCharToMultiByte(CP_UTF8, 0, words[at], -1, text, sizeof text, NULL, NULL);
    printf("%d %s\n", lstrlenW(words[at]), text);
    if (kept != NULL) fprintf(kept, "%s\n", text);
  }
  if (kept != NULL) fclose(kept);
  return 0;
}
