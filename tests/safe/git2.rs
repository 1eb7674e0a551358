//! libgit2: objects that must not outlive their repository, and what they lend.

use std::ffi::CString;
use std::process::Command;

mod c {
    cffi_rt::cdef! {
        #![pkg_config("libgit2")]
        #include <git2.h>

        #define GIT_ENOTFOUND ...

        unsafe extern "C" {
            typedef _Return_type_success_(return == 0) int git_rc cdef_error(return, message = last_message());
            struct git_repository cdef_destroy(git_repository_free);
            struct git_blob cdef_destroy(git_blob_free);
            struct git_object cdef_destroy(git_object_free);

            int git_libgit2_init(void) _Success_(return > 0) cdef_provides(git2);
            git_rc git_repository_open(_Outptr_ git_repository *cdef_owned *out,
                                       const char *__null_terminated path) cdef_requires(git2);
            git_rc git_revparse_single(_Outptr_ git_object *cdef_owned *out,
                                       git_repository *cdef_shared repo __lifetimebound,
                                       const char *__null_terminated spec);
            static git_rc blob_of(_Outptr_ git_blob *cdef_owned *out, git_repository *cdef_shared repo __lifetimebound,
                                  const git_object *object);
            const void *__sized_by(git_blob_rawsize(blob)) git_blob_rawcontent(const git_blob *blob __lifetimebound);
        }

        static const char *last_message(void) {
            const git_error *error = git_error_last();
            return error ? error->message : "";
        }

        static git_rc blob_of(git_blob **out, git_repository *repo, const git_object *object) {
            return git_blob_lookup(out, repo, git_object_id(object));
        }
    }
}

/// A repository with an empty file and one that is not.
pub(crate) fn repository() -> std::path::PathBuf {
    static NUMBER: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("cdef-safe-git2-{}-{number}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("there is room");
    std::fs::write(folder.join("full"), "full\n").expect("there is room");
    std::fs::write(folder.join("empty"), "").expect("there is room");
    let commit = "git init --quiet && git add . && git -c user.name=a -c user.email=a@b commit --quiet -m a";
    let done = Command::new("sh").args(["-c", commit]).current_dir(&folder).status().expect("there is a shell");
    assert!(done.success());
    folder
}

#[test]
fn an_object_lends_what_it_holds() {
    let folder = repository();
    let path = CString::new(folder.to_str().expect("it is text")).expect("it has no NUL");
    let repository = c::git_repository_open(&path).expect("it is one");
    for (spec, content) in [(c"HEAD:full", &b"full\n"[..]), (c"HEAD:empty", b"")] {
        let object = c::git_revparse_single(&repository, spec).expect("it is there");
        let blob = c::blob_of(&repository, &object).expect("it is a file");
        assert_eq!(c::git_blob_rawcontent(&blob), content);
    }
    let commit = c::git_revparse_single(&repository, c"HEAD").expect("it is there");
    let error = c::blob_of(&repository, &commit).expect_err("it is no file");
    assert_eq!(error.status, c::GIT_ENOTFOUND);
    std::fs::remove_dir_all(&folder).expect("it is ours");
}

#[test]
fn an_error_carries_the_librarys_words() {
    let error = c::git_repository_open(c"/nonexistent").expect_err("there is none");
    assert_eq!(error.status, c::GIT_ENOTFOUND);
    assert!(error.message.to_str().is_ok_and(|text| text.contains("/nonexistent")), "{error}");
}
