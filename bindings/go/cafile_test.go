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

// authority makes a certificate authority, and certificates of it for loopback and for clients.
func authority(t *testing.T) (ca []byte, server, client tls.Certificate) {
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
	caKey, serverKey, clientKey := newKey(), newKey(), newKey()
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
	own := issue(&x509.Certificate{
		SerialNumber: big.NewInt(3),
		ExtKeyUsage:  []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth},
	}, caTemplate, clientKey, caKey)
	return ca, tls.Certificate{Certificate: [][]byte{leaf}, PrivateKey: serverKey},
		tls.Certificate{Certificate: [][]byte{own}, PrivateKey: clientKey}
}

// inPEM is DER as PEM.
func inPEM(label string, der []byte) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: label, Bytes: der})
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
	ca, certificate, _ := authority(t)
	server := httptest.NewUnstartedServer(answering(http.StatusOK, oauth2Document))
	// It would report the client that does not trust it.
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.TLS = &tls.Config{Certificates: []tls.Certificate{certificate}}
	server.StartTLS()
	t.Cleanup(server.Close)

	if err := failing(t, server.URL); !errors.Is(err, nango.ErrTLS) {
		t.Errorf("without the file: %v", err)
	}
	file := write(t, inPEM("CERTIFICATE", ca))
	get(t, newClient(t, server, nango.WithCAFile(file)))
}

func TestACAFileWithoutACertificateIsRefused(t *testing.T) {
	_, err := nango.NewClient(secretKey, nango.WithCAFile(write(t, []byte("invented"))))
	if !errors.Is(err, nango.ErrInvalidArgument) || !strings.Contains(err.Error(), "WithCAFile") {
		t.Errorf("got %v", err)
	}
}

func TestAClientCertificateIsPresented(t *testing.T) {
	ca, certificate, own := authority(t)
	clients := x509.NewCertPool()
	clients.AppendCertsFromPEM(inPEM("CERTIFICATE", ca))
	key, err := x509.MarshalPKCS8PrivateKey(own.PrivateKey)
	if err != nil {
		t.Fatal(err)
	}
	for _, version := range []uint16{tls.VersionTLS12, tls.VersionTLS13} {
		server := httptest.NewUnstartedServer(answering(http.StatusOK, oauth2Document))
		// It would report the client without a certificate.
		server.Config.ErrorLog = log.New(io.Discard, "", 0)
		server.TLS = &tls.Config{
			Certificates: []tls.Certificate{certificate},
			ClientAuth:   tls.RequireAndVerifyClientCert,
			ClientCAs:    clients,
			MaxVersion:   version,
		}
		server.StartTLS()
		t.Cleanup(server.Close)

		trusting := nango.WithCAFile(write(t, inPEM("CERTIFICATE", ca)))
		err := failing(t, server.URL, trusting)
		if !errors.Is(err, nango.ErrTLS) || !strings.Contains(err.Error(), "WithClientCertificate") {
			t.Errorf("without a certificate: %v", err)
		}
		pair := nango.WithClientCertificate(inPEM("CERTIFICATE", own.Certificate[0]), inPEM("PRIVATE KEY", key))
		get(t, newClient(t, server, trusting, pair))
	}
}
