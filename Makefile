# make check: what must hold before a commit. CI runs the same.
GO     ?= go
TOOL    = $(GO) tool -modfile=tools/go.mod
PARTS   = linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64
DATA   ?= ../shared/data
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo devel)

.PHONY: help check test vet lint format eval models bench golden release clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /	/'

check: format vet lint test ## formatting, vet, linter, layer rules, tests

test: ## all tests
	$(GO) test ./...

vet:
	$(GO) vet ./...

lint: ## the linter, as .golangci.yml says
	$(TOOL) golangci-lint run

format: ## fail when a file is not formatted
	@files=$$($(TOOL) gofumpt -l . ); if [ -n "$$files" ]; then echo "not formatted (run gofumpt -w):"; echo "$$files"; exit 1; fi

models: ## train the language models anew: make models DATA=../shared/data
	$(GO) run ./cmd/langtrain train -data $(DATA) -o internal/lang/model/data/english.model

eval: ## measure accuracy on the shared data and write eval/reading.txt and eval/lang.txt
	$(GO) run ./cmd/langtrain eval -data $(DATA) -o eval/lang.txt
	@mkdir -p eval
	@for p in lang/tokenize lang/tag lang/ner lang/coref timex statement claim extract; do \
	  echo "# $$p"; \
	  $(GO) test ./internal/$$p -run 'Eval|Seeds' -count=1 -v | \
	    sed -n -e 's/^=== RUN  *Test[A-Za-z]*\/\(.*\)/\1:/p' -e '/_test.go:[0-9]*: missed/d' -e 's/^ *[a-z_]*_test.go:[0-9]*: /  /p'; \
	done > eval/reading.txt
	@echo "# examples" >> eval/reading.txt
	@$(GO) test . -run Examples -count=1 -v | sed -n 's/^ *examples_test.go:[0-9]*: \(.* of .*[0-9]\)$$/  \1/p' >> eval/reading.txt
	@cat eval/reading.txt

bench: ## time annotate and dossier over a generated folder of 1,000 reports
	$(GO) test ./... -run '^$$' -bench . -benchtime 1x -benchmem

golden: ## rewrite golden files; read the diff before you commit it
	$(GO) test ./... -update

release: ## cross-compile without cgo into dist/
	@mkdir -p dist
	@for p in $(PARTS); do os=$${p%/*}; arch=$${p#*/}; ext=; [ $$os = windows ] && ext=.exe; \
	  echo "dist/travaux-$$os-$$arch$$ext"; \
	  CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch $(GO) build -trimpath -ldflags '-s -w -X main.version=$(VERSION)' \
	    -o dist/travaux-$$os-$$arch$$ext ./cmd/travaux || exit 1; done

clean:
	rm -rf dist dossier
