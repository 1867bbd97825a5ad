# shellcheck shell=bash
# A headless browser that makes the cards, a font for Korean, and tools that read a PDF.

# command:package
readonly BROWSER_TOOLS=(chromium:chromium pdftotext:poppler-utils)
readonly BROWSER_FONT=/usr/share/fonts/truetype/nanum/NanumGothic.ttf

present() { [[ -z $(lacking "${BROWSER_TOOLS[@]%%:*}") && -e $BROWSER_FONT ]]; }

build() {
  install_tools "${BROWSER_TOOLS[@]}"
  [[ -e $BROWSER_FONT ]] || add_packages fonts-nanum
}
