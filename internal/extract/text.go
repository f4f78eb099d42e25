package extract

// readText reads plain text: its content, decoded, is the report's text.
func readText(data []byte) (*page, error) {
	text, notes, err := decode(data, "")
	if err != nil {
		return nil, err
	}
	return &page{text: text, extractor: "text/1", media: "text/plain", notes: notes}, nil
}
