/// Who may see an image: a private one has mode 0600 and stays out of archives.
package enum Visibility: String, Sendable {
  case `public`, `private`
}
