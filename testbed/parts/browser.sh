# shellcheck shell=bash
# A headless browser that makes the cards, the letters of Korean, and what reads a PDF.

# command:package
readonly BROWSER_TOOLS=(chromium:chromium pdftotext:poppler-utils)
readonly BROWSER_FONT=/usr/share/fonts/truetype/nanum/NanumGothic.ttf

present() { [[ -z $(lacking "${BROWSER_TOOLS[@]%%:*}") && -e $BROWSER_FONT ]]; }

build() {
  local font=()
  [[ -e $BROWSER_FONT ]] || font=(no-such-command-as-a-font:fonts-nanum)
  install_tools "${BROWSER_TOOLS[@]}" "${font[@]}"
}
