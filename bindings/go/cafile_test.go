package nango_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

// authority makes a certificate authority, and a certificate of it for loopback.
func authority(t *testing.T) (ca []byte, server tls.Certificate) {
	t.Helper()
	issue := func(template, parent *x509.Certificate, key, parentKey *ecdsa.PrivateKey) []byte {
		template.NotBefore, template.NotAfter = time.Now().Add(-time.Hour), time.Now().Add(time.Hour)
		certificate, err := x509.CreateCertificate(rand.Reader, template, parent, &key.PublicKey, parentKey)
		if err != nil {
			t.Fatal(err)
		}
		return certificate
	}
	newKey := func() *ecdsa.PrivateKey {
		key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		return key
	}
	caKey, serverKey := newKey(), newKey()
	caTemplate := &x509.Certificate{
		SerialNumber:          big.NewInt(1),
		Subject:               pkix.Name{CommonName: "invented authority"},
		IsCA:                  true,
		BasicConstraintsValid: true,
		KeyUsage:              x509.KeyUsageCertSign,
	}
	ca = issue(caTemplate, caTemplate, caKey, caKey)
	leaf := issue(&x509.Certificate{
		SerialNumber: big.NewInt(2),
		IPAddresses:  []net.IP{net.IPv4(127, 0, 0, 1)},
		ExtKeyUsage:  []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}, caTemplate, serverKey, caKey)
	return ca, tls.Certificate{Certificate: [][]byte{leaf}, PrivateKey: serverKey}
}

// write writes a file of the test, and gives its path.
func write(t *testing.T, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestACAFileIsTrusted(t *testing.T) {
	ca, certificate := authority(t)
	server := httptest.NewUnstartedServer(answering(http.StatusOK, oauth2Document))
	// It would report the client that does not trust it.
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.TLS = &tls.Config{Certificates: []tls.Certificate{certificate}}
	server.StartTLS()
	t.Cleanup(server.Close)

	if err := failing(t, server.URL); !errors.Is(err, nango.ErrTLS) {
		t.Errorf("without the file: %v", err)
	}
	file := write(t, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: ca}))
	get(t, newClient(t, server, nango.WithCAFile(file)))
}

func TestACAFileWithoutACertificateIsRefused(t *testing.T) {
	_, err := nango.NewClient(secretKey, nango.WithCAFile(write(t, []byte("invented"))))
	if !errors.Is(err, nango.ErrInvalidArgument) || !strings.Contains(err.Error(), "ca_file") {
		t.Errorf("got %v", err)
	}
}
